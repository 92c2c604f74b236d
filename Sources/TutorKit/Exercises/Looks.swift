/// When a watched file is looked at.
public enum Looks {
    /// Until nobody waits for the next one.
    public static func every(_ interval: Duration) -> AsyncStream<Void> {
        AsyncStream { looks in
            let clock = Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: interval)
                    looks.yield()
                }
            }
            looks.onTermination = { _ in clock.cancel() }
        }
    }
}
