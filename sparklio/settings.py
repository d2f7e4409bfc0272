"""Settings, read top to bottom: paths, security, apps, people, database, queue, sockets, pages, files."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE
from environs import Env
from whitenoise.compress import Compressor

from sparklio.capabilities import CAPABILITIES
from sparklio.lib import env

# Paths ------------------------------------------------------------------------------------------------
BASE_DIR = Path(__file__).resolve().parent.parent
SPARKLIO_HOME = Path(env.text("SPARKLIO_HOME", str(BASE_DIR / "var"))).resolve()
NODE_MODULES = BASE_DIR / "node_modules"

# Security ---------------------------------------------------------------------------------------------
SECRET_KEY = env.text("SECRET_KEY")
DEBUG = env.flag("DEBUG", False)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
PUBLIC_URL = env.text("PUBLIC_URL", "")  # https://studio.example.kr behind a proxy; empty on one machine
HTTPS = urlsplit(PUBLIC_URL).scheme == "https"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0, most=5)  # how many proxies of ours stand in front (R-W6)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS and TRUSTED_PROXIES else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
PORT = env.number("PORT", 8000, least=1, most=65535)  # cookies ignore ports; two clones share none
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else f"session-{PORT}"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else f"csrf-{PORT}"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'", NONCE],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}

# Apps -------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "sparklio",
    "brands",
    "assets",
    "agents",
    "studio",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.headless",
    "channels",
    "csp",
    "django_htmx",
    "django_rq",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rules.apps.AutodiscoverRulesConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "studio.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "studio.middleware.RedirectMiddleware",
    "studio.middleware.PrivateMiddleware",
    "studio.middleware.RefusalMiddleware",
]
ROOT_URLCONF = "sparklio.urls"
WSGI_APPLICATION = "sparklio.wsgi.application"
ASGI_APPLICATION = "sparklio.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "studio.context.studio",
            ],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People -----------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "brands.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = env.one_of("EMAIL_VERIFICATION", {"mandatory", "optional", "none"}, "optional")
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_ADAPTER = "studio.account.AccountAdapter"
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
SIGNUP_OPEN = env.flag("SIGNUP_OPEN", True)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
HEADLESS_CLIENTS = ("app",)
HEADLESS_TOKEN_STRATEGY = "studio.tokens.Tokens"
HEADLESS_JWT_PRIVATE_KEY = env.text("JWT_PRIVATE_KEY", "")
HEADLESS_JWT_ALGORITHM = "RS256" if HEADLESS_JWT_PRIVATE_KEY else "HS256"
HEADLESS_JWT_STATEFUL_VALIDATION_ENABLED = True  # person and session are looked up at every request (R-W7)
HEADLESS_JWT_ACCESS_TOKEN_EXPIRES_IN, HEADLESS_JWT_REFRESH_TOKEN_EXPIRES_IN = 900, 7 * 86400  # seconds
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_CONFIG = Env().dj_email_url("EMAIL_URL", "file:///" + str(SPARKLIO_HOME / "mail"))
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Sparklio <studio@localhost>")

# Database ---------------------------------------------------------------------------------------------
DATABASES = {"default": Env().dj_db_url("DATABASE_URL")}
DATABASES["default"].update(
    CONN_MAX_AGE=0,
    CONN_HEALTH_CHECKS=True,  # the pool hands out none that a restarted server has forgotten
    OPTIONS={
        **DATABASES["default"].get("OPTIONS", {}),
        # A short wait: a request that finds no connection says so instead of hanging.
        "pool": {"min_size": 1, "max_size": env.number("DATABASE_POOL", 10, least=1, most=100), "timeout": 5},
    },
    TEST={"NAME": f"test_sparklio_{env.text('PYTEST_DB_SUFFIX', 'main')}"},
)

# Queue and cache --------------------------------------------------------------------------------------
REDIS_URL = env.text("REDIS_URL")
RQ_QUEUES = {
    name: {
        "URL": REDIS_URL,
        "DEFAULT_TIMEOUT": capability.timeout,
        "SERIALIZER": "rq.serializers.JSONSerializer",
    }
    for name, capability in CAPABILITIES.items()
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "cache",
        # A server that is away must not hold a page for longer than this.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2},
    }
}
SPARKLIO_CAN = env.words("SPARKLIO_CAN", ",".join(CAPABILITIES))
NODE_NAME = env.text("NODE_NAME", "")

# Runs: a worker that says nothing for RUN_LEASE seconds loses what it holds
RUN_LEASE, RUN_HEARTBEAT, SWEEP_EVERY = 30, 5, 10  # seconds

# Sockets ----------------------------------------------------------------------------------------------
CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [REDIS_URL], "prefix": "sockets"},
    }
}

# Pages ------------------------------------------------------------------------------------------------
LANGUAGE_CODE = env.one_of("STUDIO_LANGUAGE", {"ko", "en"}, "ko")
LANGUAGES = [("ko", "한국어"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "language"
USE_TZ = True
TIME_ZONE = env.text("TIME_ZONE", "Asia/Seoul")
STATIC_URL = "/static/"
STATIC_ROOT = SPARKLIO_HOME / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "sparklio.vendor.VendorFinder",
]
WHITENOISE_MAX_AGE = 3600
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")  # half a first start
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
CSRF_FAILURE_VIEW = "studio.views.errors.csrf"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Files ------------------------------------------------------------------------------------------------
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(SPARKLIO_HOME / "media")))
S3_BUCKET = env.text("S3_BUCKET", "")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if S3_BUCKET:
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.text("S3_URL", "") or None,
            "access_key": env.text("S3_KEY"),
            "secret_key": env.text("S3_SECRET"),
            "region_name": env.text("S3_REGION", "us-east-1"),
            "querystring_expire": 300,
            "file_overwrite": False,
        },
    }
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
CHROMIUM = env.text("CHROMIUM", "")

# API --------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "studio.api.auth.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_THROTTLE_CLASSES": ["studio.api.throttles.Calls"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["studio.api.parsers.PlainJson"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "studio.api.pages.Pages",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "studio.api.errors.answer",
    "NUM_PROXIES": TRUSTED_PROXIES,
}
# Calls a minute: of one person that change something or start work, of one address without a sign-in
API_CALLS = {"write": 600, "start": 60, "anonymous": 60}
SPECTACULAR_SETTINGS = {
    "TITLE": "Sparklio",
    "DESCRIPTION": "Brands, briefs, drafts, runs and documents, for an editor of your own.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {"DraftStatus": "assets.models.Draft.Status"},
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# Models -----------------------------------------------------------------------------------------------
MODEL_URL = env.text("MODEL_URL", "")  # an OpenAI-compatible base URL, such as http://127.0.0.1:8080/v1
MODEL_NAME = env.text("MODEL_NAME", "")
MODEL_KEY = env.text("MODEL_KEY", "")
MODEL_KIND = env.one_of("MODEL_KIND", {"openai", "ollama", "anthropic", "gemini"}, "openai")
# US dollars per million tokens; needed unless the model is our own
MODEL_PRICE_IN = env.text("MODEL_PRICE_IN", "")
MODEL_PRICE_OUT = env.text("MODEL_PRICE_OUT", "")
MODEL_TIMEOUT = env.number("MODEL_TIMEOUT", 60, least=1, most=600)  # seconds

# Logs -------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.one_of("LOG_LEVEL", {"DEBUG", "INFO", "WARNING"}, "INFO")},
}
