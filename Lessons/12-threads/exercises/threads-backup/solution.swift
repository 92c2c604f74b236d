import ConcurrencyKit
import Synchronization

/// Copies the files one after the other, while other tasks run.
///
/// When it is cancelled, the copy under way is completed, and no further one is
/// begun. Only then it ends, as cancelled.
///
/// - Parameter copy: copies one file. It blocks its thread for a while, and it
///   throws if the file cannot be copied.
/// - Returns: the files that could not be copied, in the order of `files`.
func backUp(
    _ files: [String],
    with copy: @escaping @Sendable (String) throws -> Void
) async throws -> [String] {
    let stop = StopFlag()
    let copying = createTask(name: "copying") {
        try await toThread {
            var failed: [String] = []
            for file in files {
                if stop.isSet { break }
                do { try copy(file) } catch { failed.append(file) }
            }
            return failed
        }
    }
    do {
        return try await shield(copying).value
    } catch let cancellation as CancelledError {
        stop.set()
        try await wait(for: [copying])
        throw cancellation
    }
}

final class StopFlag: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .relaxed) }
    func set() { flag.store(true, ordering: .relaxed) }
}
