import Foundation
import Synchronization

/// Turns signals into calls on an ordinary thread, where locks may be taken and continuations resumed.
enum SignalRelay {
    /// Where the handler writes. An atomic, because that is all that a handler may touch.
    private static let bell = Atomic<Int32>(-1)

    /// Calls `receive` with the number of each signal in `signals`, from now on. To be called once in a process.
    static func start(_ signals: [Int32], receive: @escaping @Sendable (Int32) -> Void) throws(TerminalError) {
        let (read, write) = try SelfPipe.open()
        bell.store(write, ordering: .sequentiallyConsistent)
        Thread.detachNewThread {
            Thread.current.name = "signals"
            unblock(signals)
            relay(from: read, to: receive)
        }
        for signal in signals {
            handle(signal) { number in
                let saved = errno
                SelfPipe.ring(SignalRelay.bell.load(ordering: .relaxed), UInt8(truncatingIfNeeded: number))
                errno = saved
            }
        }
    }

    /// Takes the signal's effect away. A handler that does nothing, not SIG_IGN: programs that the tutor starts would
    /// inherit that.
    static func disarm(_ signal: Int32) {
        handle(signal) { _ in }
    }

    /// Gives the signal its own effect back and lets it act on this process.
    static func die(of signal: Int32) {
        Foundation.signal(signal, SIG_DFL)
        kill(getpid(), signal)
    }

    /// Lets the calling thread take these signals. Threads that dispatch starts, and their children, have most of them
    /// blocked.
    static func unblock(_ signals: [Int32]) {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    private static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = handler
        #else
            action.__sigaction_handler.sa_handler = handler
        #endif
        action.sa_flags = Int32(SA_RESTART)
        sigaction(signal, &action, nil)
    }

    private static func relay(from pipe: Int32, to receive: (Int32) -> Void) {
        var numbers = [UInt8](repeating: 0, count: 64)
        while true {
            var waiting = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
            _ = poll(&waiting, 1, -1)
            let count = read(pipe, &numbers, numbers.count)
            for number in numbers.prefix(max(0, count)) {
                receive(Int32(number))
            }
        }
    }
}
