import ConcurrencyKit

/// What the library tells while it works, in its own thread.
struct Listener: Sendable {
    /// Called with the number of each part that has arrived.
    var part: @Sendable (Int) -> Void
    /// Called once, when it is through.
    var end: @Sendable (Result<String, any Error>) -> Void
}

/// Begins a download with the library, and waits for its text without blocking the
/// loop.
///
/// When it is cancelled, it ends at once. The library goes on, but nothing is shown
/// any more.
///
/// - Parameters:
///   - begin: begins the download, and returns at once. The library works in a
///     thread of its own and tells the listener there.
///   - show: is to be called on the loop with each part that has arrived.
func download(
    _ begin: (Listener) -> Void,
    show: @escaping @Loop (Int) -> Void
) async throws -> String {
    let loop = EventLoop.running!
    let text = Future<String>()
    begin(
        Listener(
            part: { part in
                loop.callSoonThreadsafe {
                    if !text.done { show(part) }
                }
            },
            end: { outcome in
                loop.callSoonThreadsafe {
                    guard !text.done else { return }
                    switch outcome {
                    case .success(let value): try text.setResult(value)
                    case .failure(let error): try text.setException(error)
                    }
                }
            }
        )
    )
    return try await text.value
}
