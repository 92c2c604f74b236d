import Foundation
import Synchronization

/// What was typed and shown in this session, to be kept as Markdown when the learner asks for it.
///
/// From then on what comes is appended turn by turn, so that little is lost if the tutor is killed.
final class SessionLog: Sendable {
    private struct State {
        var turns: [TranscriptTurn] = [TranscriptTurn(typed: nil)]
        var bytes = 0
        var file: TranscriptFile?
        /// How many turns are in the file.
        var written = 0
    }

    /// What is shown beyond that is left out, so that a session of days does not fill the memory.
    private static let limit = 32_000_000

    private let state = Mutex(State())

    /// A line was typed: a new turn begins.
    func typed(_ line: String, prompt: String) {
        state.withLock { state in
            SessionLog.write(&state, upTo: state.turns.count)
            state.turns.append(TranscriptTurn(typed: prompt + line))
        }
    }

    /// Something was shown.
    func shown(_ text: String) {
        state.withLock { state in
            state.bytes += text.utf8.count
            guard state.bytes < SessionLog.limit else { return }
            state.turns[state.turns.count - 1].shown += text
        }
    }

    /// Writes what there is, and whatever comes.
    ///
    /// - Returns: where a file of that name is now, if there was one.
    func keep(in path: String, at time: Date) -> Result<String?, TranscriptProblem> {
        state.withLock { state in
            let file: TranscriptFile
            let former: String?
            do throws(TranscriptProblem) {
                (file, former) = try TranscriptFile.make(path)
                try file.append(TranscriptTurn.heading(time))
            } catch {
                return .failure(error)
            }
            state.file = file
            state.written = 0
            // The turn that asks for it is written when it is over.
            SessionLog.write(&state, upTo: state.turns.count - 1)
            return .success(former)
        }
    }

    /// The session is over.
    func close() {
        state.withLock { state in
            SessionLog.write(&state, upTo: state.turns.count)
            state.file = nil
        }
    }

    private static func write(_ state: inout State, upTo end: Int) {
        guard let file = state.file, state.written < end else { return }
        let text = state.turns[state.written..<end].map(\.markdown).joined()
        // A disk that is full loses this; the journal has what matters, and says so.
        try? file.append(text)
        state.written = end
    }
}
