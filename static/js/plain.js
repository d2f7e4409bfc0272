// plain — starts the behaviours on a page that swaps nothing and so needs no htmx.
import { mountAll } from "behaviors/index"

mountAll(document)
