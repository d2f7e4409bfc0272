"""The API for an editor of your own."""
