"""What goes in and out over HTTP. The same models validate, answer and make the OpenAPI document."""
