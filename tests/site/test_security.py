"""The policy that stands on every page and in the file of the hosts' headers."""

import re

from selectolax.lexbor import LexborHTMLParser

from builder.build import Built


def rules(built: Built) -> dict[str, dict[str, str]]:
    """Path -> header -> value, as the hosts read the file."""
    text = next(a.body.decode() for a in built.artifacts if a.path == "_headers")
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
        else:
            path = line
            found[path] = {}
    return found


def test_every_page_states_the_policy_before_it_loads_anything(any_site: Built) -> None:
    sent = rules(any_site)["/visits/one/*"]["Content-Security-Policy"]
    policies = set()
    for artifact in any_site.artifacts:
        if artifact.page:
            head = LexborHTMLParser(artifact.body.decode()).css("head > *")
            first = next(
                node
                for node in head
                if node.tag in ("link", "script", "style", "base")
                or node.attributes.get("http-equiv")
            )
            assert first.attributes.get("http-equiv") == "Content-Security-Policy", artifact.path
            policies.add(first.attributes["content"])

    common = {re.sub(r" 'sha256-[A-Za-z0-9+/=]{44}'$", "", policy or "") for policy in policies}
    assert {f"{policy}; frame-ancestors 'none'" for policy in common} == {sent}


def test_the_policy_allows_the_sites_own_files_and_nothing_else(small: Built) -> None:
    policy = rules(small)["/visits/one/*"]["Content-Security-Policy"]
    directives = dict(part.split(" ", 1) for part in policy.split("; "))

    assert directives.pop("default-src") == "'none'"
    assert directives.pop("base-uri") == "'none'"
    assert directives.pop("frame-ancestors") == "'none'"
    assert set(directives.values()) == {"'self'"}


def test_files_under_hashed_names_are_kept_and_no_others(any_site: Built) -> None:
    kept = [path for path, headers in rules(any_site).items() if "Cache-Control" in headers]

    assert kept == ["/visits/one/assets/*"]
    assert any(artifact.path.startswith("assets/") for artifact in any_site.artifacts)


def test_no_host_guesses_types_and_no_other_site_learns_what_was_read(small: Built) -> None:
    headers = rules(small)["/visits/one/*"]

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_feeds_are_sent_as_what_they_are(three: Built) -> None:
    feeds = [a.path for a in three.artifacts if a.path.endswith("feed.xml")]

    assert len(feeds) == 3
    for path in feeds:
        assert rules(three)[f"/visits/one/{path}"]["Content-Type"].startswith(
            "application/atom+xml"
        )
