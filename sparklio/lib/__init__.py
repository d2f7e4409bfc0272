"""Ground floor: small topics that know no app and no model."""
