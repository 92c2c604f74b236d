import ConcurrencyKit

/// What the library tells while it works, in its own thread.
struct Listener: Sendable {
    /// Called with the number of each part that has arrived.
    var part: @Sendable (Int) -> Void
    /// Called once, when it is through.
    var end: @Sendable (Result<String, any Error>) -> Void
}

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
