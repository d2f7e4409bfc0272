"""Form input turned into clean values, one file per noun."""
