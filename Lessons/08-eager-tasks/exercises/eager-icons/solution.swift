import ConcurrencyKit

/// Gives icons to a window that must never stand still.
final class Icons {
    private var pictures: [String: String]
    private var drawings: [String: LoopTask<String>] = [:]
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
        if let picture = pictures[name] {
            return createTask(name: name, start: .eager) { picture }
        }
        // One that has failed, or was cancelled, never gives a picture.
        if let drawing = drawings[name], !drawing.done { return drawing }
        let drawing = createTask(name: name) {
            // In an eager loop, this is the end of the eager part.
            try await sleep(for: .zero)
            let picture = try self.draw(name)
            self.pictures[name] = picture
            return picture
        }
        drawings[name] = drawing
        return drawing
    }
}
