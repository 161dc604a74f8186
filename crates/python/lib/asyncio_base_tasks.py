"""`asyncio.base_tasks`: what a task prints of its stack."""

import traceback


def _task_print_stack(task, limit, file):
    error = None if not task.done() or task.cancelled() else task._exception
    frames = [
        traceback.FrameSummary(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name)
        for frame in task.get_stack(limit=limit)
    ]
    if not frames:
        print(f"No stack for {task!r}", file=file)
    elif error is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
    traceback.print_list(frames, file=file)
    if error is not None:
        for line in traceback.format_exception_only(error):
            print(line, file=file, end="")
