"""What the API shows and takes, one file per noun. Every field is named here."""
