"""From content to artifacts: addresses, views, pages, rendered bytes."""
