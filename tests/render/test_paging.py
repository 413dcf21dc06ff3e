"""No page grows with the corpus, and a new record changes few pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dossier.load import load
from dossier.model.corpus import Corpus
from dossier.model.ids import ClaimId
from dossier.model.problem import Problems
from dossier.pipeline import examine
from dossier.redact import redact
from dossier.render import render


def rendered(corpus: Corpus) -> dict[str, bytes]:
    return {file.path: file.content for file in render(redact(examine(corpus, Problems())), {})}


def test_a_new_claim_changes_no_pages_of_claims_but_those_before_and_after_it(root: Path) -> None:
    after = load(root / "tests/golden_corpus", Problems())
    new = ClaimId("keepers2019-gull-point")
    before = replace(after, claims={key: claim for key, claim in after.claims.items() if key != new})
    old, now = rendered(before), rendered(after)
    changed = {path for path in old if path.startswith("claims/keepers2019-") and old[path] != now[path]}
    assert changed == {
        f"claims/keepers2019-{name}/index.md" for name in ("automation", "brenn")
    }
