# The studio in one image with two faces: `studio` (pages, sockets, worker) and `press` (the same with a Chromium).

FROM node:20-bookworm-slim AS packages
WORKDIR /studio
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=optional --omit=dev --ignore-scripts --no-audit --no-fund

FROM python:3.11-slim-bookworm AS studio
ENV PYTHONUNBUFFERED=1 PATH=/studio/.venv/bin:$PATH SPARKLIO_HOME=/var/lib/sparklio
WORKDIR /studio
COPY requirements.txt sparklio/embedded/uv.txt ./
RUN python -m venv .venv \
 && pip install --no-cache-dir --no-deps --require-hashes -r uv.txt \
 && uv pip install --no-cache --require-hashes --only-binary :all: --compile-bytecode -r requirements.txt \
 && rm uv.txt
COPY --from=packages /studio/node_modules node_modules
COPY . .
# Static files and messages are part of the image; the values below are only there so that the settings load.
RUN useradd --uid 10001 --create-home --home-dir /var/lib/sparklio sparklio \
 && SECRET_KEY=build DATABASE_URL=postgres://build/build REDIS_URL=redis://build \
    python manage.py prepare messages static \
 && chown -R sparklio:sparklio /var/lib/sparklio
USER sparklio
CMD ["gunicorn", "--bind=0.0.0.0:8000", "--worker-class=gthread", "--workers=2", "--threads=8", "--preload", \
     "--keep-alive=15", "--graceful-timeout=8", "--no-control-socket", "sparklio.wsgi:application"]

FROM studio AS press
USER root
RUN apt-get update \
 && apt-get install -y --no-install-recommends chromium \
 && rm -rf /var/lib/apt/lists/*
USER sparklio
CMD ["python", "manage.py", "work"]
