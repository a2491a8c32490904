"""Words, shapes and pictures that tell how a thing stands."""
