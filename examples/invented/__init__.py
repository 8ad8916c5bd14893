"""Invented health news whose every sum of money is known: organisations, sentences, bulletins."""
