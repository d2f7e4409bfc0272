#!/usr/bin/env python
"""Django's command line."""

import os
import sys

from sparklio.embedded.home import adopt


def main():
    adopt()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sparklio.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
