"""Rows of the API."""

from tests.studio.access.pages import ADD, MOVE, PAGE, SENTENCE
from tests.studio.access.row import Row, api, caller, everybody

VERSION = {"If-Match": '"1-0"'}


def get(name, *args, expect=None, **more):
    return Row(f"api:{name}", "get", expect or api("look"), args, **more)


def post(name, *args, expect, **more):
    return Row(f"api:{name}", "post", expect, args, send=more.pop("send", "json"), **more)


ROWS = [
    get("brand-list", expect=caller()),
    get("brand-detail", "@brand"),
    get("brief-list", expect=caller(), query="?brand=@brand"),
    post("brief-list", expect=api("edit", 201), body={"brand": "@brand", "text": SENTENCE}),
    get("brief-detail", "@brief"),
    get("brief-questions", "@brief"),
    post("brief-answer", "@fresh", expect=api("edit", 202), body={"answers": {"tone": "premium"}}),
    post("brief-regenerate", "@brief", expect=api("edit", 202), body={"wish": "짧게"}),
    get("draft-list", expect=caller(), query="?brief=@brief"),
    get("draft-detail", "@draft"),
    post(
        "draft-edit", "@draft", expect=api("edit"), body={"version": 1, "copy": {"headline": "지금 조용하게"}}
    ),
    post("draft-suggest", "@draft", expect=api("edit", 202), body={"wish": "shorter"}),
    post("draft-approve", "@draft", expect=api("approve")),
    post("draft-reject", "@draft", expect=api("approve"), body={"reason": "딱딱해요"}),
    get("suggestion-detail", "@suggestion"),
    post("suggestion-accept", "@suggestion", expect=api("edit")),
    post("suggestion-refuse", "@suggestion", expect=api("edit")),
    get("run-list", expect=caller(), query="?brief=@brief&root=@run"),
    get("run-detail", "@run"),
    post("run-cancel", "@run", expect=api("edit")),
    get("document-list", expect=caller(), query="?brand=@brand&brief=@brief"),
    get("document-detail", "@document"),
    get("document-events", "@document", query="?since=0"),
    post(
        "document-ops",
        "@document",
        expect=api("edit"),
        body={"client_op_id": "tab:1", "ops": [MOVE, ADD]},
        headers=VERSION,
    ),
    post("document-export", "@document", expect=api("look", 202), body={"format": "png", "page": PAGE}),
    get("asset-list", expect=caller(), query="?brand=@brand&brief=@brief"),
    post(
        "asset-list",
        expect=api("edit", 201),
        body={"brand": "@brand", "brief": "@brief", "file": "(picture)"},
        send="parts",
    ),
    get("asset-detail", "@asset"),
    get("asset-file", "@asset"),
    get("document_schema", expect=everybody(200)),
    get("ops_schema", expect=everybody(200)),
    get("schema", expect=everybody(200)),
    get("page", expect=everybody(200)),
    get("nowhere", expect=everybody(404), path="/api/v1/nothing/"),
]
