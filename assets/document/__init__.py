"""The neutral document: one JSON shape that canvas, layouts, exports and the API share. Pure: no database."""
