"""What a call brought, checked."""


def taken(serializer, request) -> dict:
    """The body as clean values. Raises what becomes a 400 that names the field."""
    given = serializer(data=request.data)
    given.is_valid(raise_exception=True)
    return given.validated_data
