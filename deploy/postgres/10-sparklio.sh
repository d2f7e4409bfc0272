#!/bin/sh
# Run once by the PostgreSQL image: pgvector in the template (it needs a superuser), a role that is none, its database.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=template1 --set=password="$SPARKLIO_DB_PASSWORD" <<'SQL'
CREATE EXTENSION IF NOT EXISTS vector;
CREATE ROLE sparklio LOGIN CREATEDB PASSWORD :'password';
CREATE DATABASE sparklio OWNER sparklio;
SQL
