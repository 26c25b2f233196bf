// Staff pages: parts of a page are exchanged by htmx, under a Content-Security-Policy without eval and inline styles.
import htmx from "htmx.org";
import { caseKeys } from "./parts/case_keys";
import { desk } from "./parts/desk";
import { keepPresence } from "./parts/presence";

Object.assign(htmx.config, { allowEval: false, includeIndicatorStyles: false, selfRequestsOnly: true, historyCacheSize: 0 });

caseKeys();
desk();
keepPresence();
