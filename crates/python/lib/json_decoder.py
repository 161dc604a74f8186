"""Reading JSON (imported as `json.decoder`)."""

from json import JSONDecodeError, JSONDecoder
