import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Ctrl-C while ``run(clock:order:cancellation:file:line:_:)`` runs: cancels the main task, once (promise 17).
///
/// The handler is installed only over the default action: a program that handles SIGINT itself keeps its handler, and of
/// several loops the first gets the signal. After the first signal the default action is back, so that a second Ctrl-C ends the process
/// (promise 18).
enum Interrupt {
    private static let arrived = Atomic<Bool>(false)
    private static let wakeDescriptor = Atomic<Int32>(-1)

    /// Whether the main task ended because of a signal: one has cancelled it, and no other request to cancel stands
    /// (promise 19). It then ends the process by the same signal. To be asked once, when the task has ended.
    static func ended(_ loop: EventLoop) -> Bool { loop.interrupted?.uncancel() == 0 }

    static func install(for loop: EventLoop) -> Bool {
        var present = sigaction()
        guard sigaction(SIGINT, nil, &present) == 0, isDefault(present) else { return false }
        wakeDescriptor.store(loop.inbox.wakeDescriptor, ordering: .relaxed)
        signal(SIGINT) { _ in
            // Only what POSIX allows in a handler: atomics, write, signal.
            Interrupt.arrived.store(true, ordering: .relaxed)
            var byte: UInt8 = 1
            _ = write(Interrupt.wakeDescriptor.load(ordering: .relaxed), &byte, 1)
            signal(SIGINT, SIG_DFL)
        }
        return true
    }

    static func uninstall() {
        signal(SIGINT, SIG_DFL)
        wakeDescriptor.store(-1, ordering: .relaxed)
        arrived.store(false, ordering: .relaxed)
    }

    /// Called by the loop before each iteration.
    @inline(__always)
    static func deliver(to loop: EventLoop) {
        guard let main = loop.interruptible, arrived.load(ordering: .relaxed) else { return }
        arrived.store(false, ordering: .relaxed)
        loop.interruptible = nil
        loop.interrupted = main
        main.cancel(message: nil)
    }

    /// Ends the process as if there had been no handler, so that a shell sees an interrupted program (status 130).
    static func endProcess() -> Never {
        fflush(nil)
        signal(SIGINT, SIG_DFL)
        // The thread of the loop may block the signal, as those of Swift's pool do: another one was given it.
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
        raise(SIGINT)
        exit(130)
    }

    private static func isDefault(_ action: sigaction) -> Bool {
        #if canImport(Darwin)
            unsafeBitCast(action.__sigaction_u.__sa_handler, to: UInt.self) == 0
        #else
            unsafeBitCast(action.__sigaction_handler.sa_handler, to: UInt.self) == 0
        #endif
    }
}
