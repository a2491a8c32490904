from cimscore.cli.commands.sources.named import add_documents as add_options


def run(a):
    return 0
