// mdBook puts this script at the end of each page, and `path_to_root` into each.
import(new URL(`${path_to_root}switchboard/blocks.js`, location.href)).then(({ upgrade }) => upgrade());
