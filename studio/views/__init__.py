"""Pages and partials, one file per noun."""
