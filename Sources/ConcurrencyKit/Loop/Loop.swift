/// The isolation of everything that runs on an event loop: closures given to the kit may share mutable state
/// without locks, as in Python, because a loop runs one of them at a time.
///
/// You seldom write it: the closure of `run` has it, and what is nested inside inherits it.
@globalActor
public actor Loop {
    /// What a global actor must have. It stands for the loop of whatever thread asks.
    public static let shared = Loop()

    /// The serial executor of the loop that runs on the calling thread, so that several loops can run on several threads.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { Loop.sharedUnownedExecutor }

    /// The serial executor of the loop that runs on the calling thread; outside of a loop, one that finds the loop again.
    public static var sharedUnownedExecutor: UnownedSerialExecutor {
        CurrentLoop.loop?.serialReference ?? StrayExecutor.shared.asUnownedSerialExecutor()
    }
}

extension Loop {
    /// Runs `body` as `@Loop` code, from code that is known to run on a loop without being marked so.
    ///
    /// Outside of a running loop it stops the program.
    public nonisolated static func assumeIsolated<Value>(_ body: @Loop () throws -> Value) rethrows -> Value {
        precondition(CurrentLoop.loop != nil, "Loop.assumeIsolated outside of a running event loop")
        // The standard library's MainActor.assumeIsolated does the same: the isolation is proven by the line above, and
        // a function type has no safe way to drop it.
        return try withoutActuallyEscaping(body) { body in
            try unsafeBitCast(body, to: (() throws -> Value).self)()
        }
    }
}
