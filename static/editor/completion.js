// What the editor offers after `asyncio.`: names that the engine has, so that nobody is led to what it lacks.

/** Names of asyncio, each with its kind and how it is used. */
export const ASYNCIO = [
  ["ALL_COMPLETED", "constant", "for wait"],
  ["Barrier", "class", "(parties)"],
  ["BoundedSemaphore", "class", "(value=1)"],
  ["BrokenBarrierError", "class", ""],
  ["CancelledError", "class", ""],
  ["Condition", "class", "(lock=None)"],
  ["Event", "class", "()"],
  ["FIRST_COMPLETED", "constant", "for wait"],
  ["FIRST_EXCEPTION", "constant", "for wait"],
  ["Future", "class", "()"],
  ["InvalidStateError", "class", ""],
  ["LifoQueue", "class", "(maxsize=0)"],
  ["Lock", "class", "()"],
  ["PriorityQueue", "class", "(maxsize=0)"],
  ["Queue", "class", "(maxsize=0)"],
  ["QueueEmpty", "class", ""],
  ["QueueFull", "class", ""],
  ["QueueShutDown", "class", ""],
  ["Runner", "class", "(*, debug=None)"],
  ["Semaphore", "class", "(value=1)"],
  ["Task", "class", ""],
  ["TaskGroup", "class", "async with …() as group"],
  ["TimeoutError", "class", ""],
  ["all_tasks", "function", "()"],
  ["as_completed", "function", "(aws, *, timeout=None)"],
  ["create_task", "function", "(coro, *, name=None)"],
  ["current_task", "function", "()"],
  ["ensure_future", "function", "(aw)"],
  ["gather", "function", "await …(*aws, return_exceptions=False)"],
  ["get_running_loop", "function", "()"],
  ["run", "function", "(main, *, debug=None)"],
  ["shield", "function", "await …(aw)"],
  ["sleep", "function", "await …(seconds, result=None)"],
  ["timeout", "function", "async with …(seconds)"],
  ["timeout_at", "function", "async with …(when)"],
  ["to_thread", "function", "await …(function, *args)"],
  ["wait", "function", "await …(tasks, *, timeout=None, return_when=ALL_COMPLETED)"],
  ["wait_for", "function", "await …(aw, timeout)"],
];

const OPTIONS = ASYNCIO.map(([label, type, detail]) => ({ label, type, detail }));

/** Where a name of asyncio is begun: what may become of it. CodeMirror calls it with a CompletionContext. */
export function asyncioCompletion(context) {
  const begun = context.matchBefore(/\basyncio\.\w*$/);
  if (!begun) return null;
  return { from: begun.from + "asyncio.".length, options: OPTIONS, validFor: /^\w*$/ };
}
