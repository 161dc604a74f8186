//! The names that modules have in CPython and lack here: said before the program runs, each with what to use instead.

use super::hint::{Hint, Instead};

/// Why a name is lacking.
#[derive(Clone, Copy)]
enum Lack {
    /// It is about files, processes or other things of an operating system.
    System,
    /// It waits for the network.
    Network,
    /// It runs source text.
    Code,
    /// It is what a debugger builds on, or one.
    Debugger,
    /// Nobody has missed it yet.
    Nothing,
}

/// What is lacking of the public names of the modules that there are, by the module, and of the event loop's methods. Left out are constants in capitals,
/// which programs hand to functions that are listed.
const LACKING: [(Lack, &str, &str); 30] = [
    (
        Lack::System,
        "asyncio",
        "subprocess AbstractChildWatcher FastChildWatcher MultiLoopChildWatcher PidfdChildWatcher SafeChildWatcher \
            SubprocessProtocol SubprocessTransport ThreadedChildWatcher create_subprocess_exec \
            create_subprocess_shell get_child_watcher set_child_watcher",
    ),
    (Lack::System, "builtins", "open"),
    (Lack::System, "contextlib", "chdir"),
    (Lack::System, "hashlib", "file_digest"),
    (
        Lack::System,
        "io",
        "BlockingIOError BufferedRWPair BufferedRandom BufferedReader BufferedWriter FileIO \
            IncrementalNewlineDecoder open open_code text_encoding",
    ),
    (
        Lack::System,
        "os",
        "DirEntry _exit abort access chdir chmod chown chroot close closerange confstr confstr_names \
            copy_file_range ctermid defpath device_encoding dup dup2 environb eventfd eventfd_read eventfd_write \
            execl execle execlp execlpe execv execve execvp execvpe fchdir fchmod fchown fdatasync fdopen fork \
            forkpty fpathconf fsdecode fsencode fstat fstatvfs fsync ftruncate fwalk get_blocking get_exec_path \
            get_inheritable get_terminal_size getcwdb getegid getenvb geteuid getgid getgrouplist getgroups \
            getloadavg getpgid getpgrp getpriority getrandom getresgid getresuid getsid getuid getxattr grantpt \
            initgroups isatty kill killpg lchown link listdir listxattr lockf login_tty lseek lstat major \
            makedev makedirs memfd_create minor mkdir mkfifo mknod nice open openpty pathconf \
            pathconf_names pidfd_open pipe pipe2 popen posix_fadvise posix_fallocate posix_openpt posix_spawn \
            posix_spawnp pread preadv ptsname putenv pwrite pwritev read readlink readv register_at_fork remove \
            removedirs removexattr rename renames replace rmdir scandir sched_get_priority_max \
            sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler sched_param \
            sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile \
            set_blocking set_inheritable setegid seteuid setgid setgroups setns setpgid setpgrp setpriority \
            setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv \
            spawnve spawnvp spawnvpe splice stat stat_result statvfs statvfs_result strerror \
            supports_bytes_environ symlink sync sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size \
            timerfd_create timerfd_gettime timerfd_gettime_ns timerfd_settime timerfd_settime_ns times \
            times_result truncate ttyname umask uname uname_result unlink unlockpt unsetenv unshare utime wait \
            wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode walk write writev",
    ),
    (
        Lack::System,
        "os.path",
        "altsep commonpath commonprefix defpath devnull expandvars getatime getctime getmtime getsize \
            isdevdrive isjunction ismount lexists normcase pathsep relpath samefile sameopenfile samestat \
            splitdrive splitroot supports_unicode_filenames",
    ),
    (
        Lack::System,
        "signal",
        "alarm getitimer pause pidfd_send_signal pthread_kill pthread_sigmask setitimer sigpending \
            sigtimedwait sigwait sigwaitinfo",
    ),
    (
        Lack::System,
        "asyncio.EventLoop",
        "connect_read_pipe connect_write_pipe subprocess_exec subprocess_shell",
    ),
    (
        Lack::Network,
        "asyncio.EventLoop",
        "add_reader add_writer connect_accepted_socket create_connection create_datagram_endpoint create_server \
            create_unix_connection create_unix_server getaddrinfo getnameinfo remove_reader remove_writer sendfile \
            sock_accept sock_connect sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall \
            sock_sendfile sock_sendto start_tls",
    ),
    (
        Lack::Network,
        "asyncio",
        "protocols streams transports AbstractServer BaseProtocol BaseTransport BufferedProtocol DatagramProtocol DatagramTransport \
            Protocol ReadTransport Server StreamReader StreamReaderProtocol StreamWriter Transport \
            WriteTransport open_connection open_unix_connection start_server start_unix_server",
    ),
    (Lack::Code, "builtins", "compile eval exec"),
    (Lack::Debugger, "builtins", "breakpoint"),
    (Lack::Debugger, "sys", "breakpointhook setprofile settrace"),
    (
        Lack::Nothing,
        "asyncio",
        "_enter_task _leave_task _register_task _set_running_loop _unregister_task create_eager_task_factory \
            eager_task_factory",
    ),
    (
        Lack::Nothing,
        "builtins",
        "UnicodeTranslateError copyright credits help license",
    ),
    (
        Lack::Nothing,
        "calendar",
        "HTMLCalendar LocaleHTMLCalendar LocaleTextCalendar",
    ),
    (Lack::Nothing, "cmath", "acos acosh asin asinh atan atanh"),
    (
        Lack::Nothing,
        "enum",
        "EnumDict global_enum global_enum_repr global_flag_repr global_str pickle_by_enum_name \
            pickle_by_global_name",
    ),
    (
        Lack::Nothing,
        "gc",
        "callbacks freeze garbage get_debug get_freeze_count get_referents get_referrers get_stats \
            get_threshold is_finalized is_tracked set_debug set_threshold unfreeze",
    ),
    (
        Lack::Nothing,
        "hashlib",
        "blake2b blake2s pbkdf2_hmac sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256",
    ),
    (
        Lack::Nothing,
        "inspect",
        "ArgInfo Arguments Attribute BlockFinder BufferFlags ClassFoundException ClosureVars EndOfBlock \
            FrameInfo FullArgSpec Traceback classify_class_attrs findsource formatannotationrelativeto \
            formatargvalues getabsfile getargs getargvalues getblock getclasstree getclosurevars getframeinfo \
            getinnerframes getlineno getmembers_static getmodulename getouterframes indentsize \
            isgetsetdescriptor ismemberdescriptor ismethodwrapper trace walktree",
    ),
    (
        Lack::Nothing,
        "platform",
        "AndroidVer IOSVersionInfo android_ver architecture freedesktop_os_release ios_ver java_ver libc_ver \
            mac_ver python_branch python_build python_compiler python_revision system_alias uname uname_result \
            win32_edition win32_is_iot win32_ver",
    ),
    (Lack::Nothing, "signal", "ItimerError Sigmasks struct_siginfo"),
    (Lack::Nothing, "statistics", "kde kde_random"),
    (
        Lack::Nothing,
        "sys",
        "abiflags activate_stack_trampoline addaudithook audit base_exec_prefix builtin_module_names \
            call_tracing deactivate_stack_trampoline displayhook exec_prefix float_repr_style get_asyncgen_hooks \
            get_coroutine_origin_tracking_depth getallocatedblocks getdlopenflags getfilesystemencodeerrors \
            getunicodeinternedsize is_stack_trampoline_active meta_path path_hooks path_importer_cache \
            platlibdir pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth setdlopenflags \
            stdlib_module_names thread_info",
    ),
    (
        Lack::Nothing,
        "time",
        "clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns pthread_getcpuclockid",
    ),
    (Lack::Nothing, "traceback", "clear_frames"),
    (
        Lack::Nothing,
        "types",
        "CapsuleType GetSetDescriptorType MemberDescriptorType prepare_class",
    ),
    (Lack::Nothing, "uuid", "Enum bytes_ int_ main"),
];

/// What to know of a name that CPython's module of this name has, if it is lacking here; so for `asyncio.EventLoop`.
#[must_use]
pub fn lacking(module: &str, name: &str) -> Option<Hint> {
    // That is what `os.path` calls itself.
    let module = if module == "posixpath" { "os.path" } else { module };
    let mut rows = LACKING.iter().filter(|(_, of, _)| *of == module);
    let (lack, ..) = rows.find(|(.., names)| names.split(' ').any(|lacking| lacking == name))?;
    let called = match module {
        "builtins" => name.to_owned(),
        _ => format!("{module}.{name}"),
    };
    Some(match lack {
        Lack::System => Hint::NoSystem,
        Lack::Network => Hint::Later(called, Instead::Sleep),
        Lack::Code => Hint::WriteCode,
        Lack::Debugger => Hint::StepThrough,
        Lack::Nothing => Hint::NotHere(called),
    })
}
