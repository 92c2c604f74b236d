#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Which loop a pool thread works for just now, so that a thread which waits for its own loop can say so.
enum ThreadDuty {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    static var loop: EventLoop? {
        pthread_getspecific(key).map { Unmanaged<EventLoop>.fromOpaque($0).takeUnretainedValue() }
    }

    static func perform<Value>(for loop: EventLoop, _ body: () -> Value) -> Value {
        pthread_setspecific(key, Unmanaged.passUnretained(loop).toOpaque())
        defer { pthread_setspecific(key, nil) }
        return body()
    }
}
