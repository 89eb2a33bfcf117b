// Everything here helps; nothing here is needed. One file per behaviour, found by a data- attribute, none of them knows another.
// `python -m bedre.web.vendor` joins them into one file in this order.
import "./start.js";
import "./say.js";
import "./menu.js";
import "./dialog.js";
import "./toast.js";
import "./keep.js";
import "./warn.js";
import "./drag.js";
import "./keys.js";
import "./timer.js";
import "./poll.js";
import "./echo.js";
