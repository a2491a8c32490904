"""Sessions of nox that the noxfile takes in, by what they are about."""
