import ConcurrencyKit

/// Gives icons to a window that must never stand still.
final class Icons {
    private var pictures: [String: String]
    private let draw: (String) throws -> String

    /// - Parameters:
    ///   - pictures: those that are known from the last time, by name.
    ///   - draw: draws one picture. That is hard work: it holds the thread, and it may throw.
    init(pictures: [String: String], draw: @escaping (String) throws -> String) {
        self.pictures = pictures
        self.draw = draw
    }

    /// A task for the picture. This returns at once, whatever the picture takes.
    func icon(_ name: String) -> LoopTask<String> {
        // Known pictures should not queue. And who pays for the drawing?
        createTask { "" }
    }
}
