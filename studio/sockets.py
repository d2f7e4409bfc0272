"""Where every socket leads."""

routes = []
