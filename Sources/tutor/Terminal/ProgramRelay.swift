import Synchronization
import TutorKit

/// Passes on what a program prints. When nobody reads it, or the disk is full, the program is stopped.
final class ProgramRelay: Sendable {
    private struct State {
        var failure: TerminalError?
        var stop: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// To be called for each piece, in order.
    func pass(_ chunk: OutputChunk) {
        guard chunk.stream == .output, state.withLock({ $0.failure == nil }) else { return }
        do { try TerminalOutput.standard.relay(chunk) } catch {
            let stop = state.withLock { state in
                state.failure = error
                return state.stop
            }
            stop?()
        }
    }

    /// - Parameter stop: what ends the program; called at once if it is too late for waiting.
    func onFailure(_ stop: @escaping @Sendable () -> Void) {
        let hasFailed = state.withLock { state in
            state.stop = stop
            return state.failure != nil
        }
        if hasFailed { stop() }
    }

    /// Throws what went wrong, once the program has ended.
    func check() throws(TerminalError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }
}
