#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Which loop runs on this thread. A thread runs at most one, as in asyncio.
///
/// The slot belongs to the thread and not to the task, because the executors ask for it between tasks, too.
enum CurrentLoop {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Unretained: whoever sets it keeps the loop alive until it is cleared.
    @inline(__always)
    static var loop: EventLoop? {
        guard let raw = pthread_getspecific(key) else { return nil }
        return Unmanaged<EventLoop>.fromOpaque(raw).takeUnretainedValue()
    }

    static func set(_ loop: EventLoop?) {
        pthread_setspecific(key, loop.map { Unmanaged.passUnretained($0).toOpaque() })
    }
}
