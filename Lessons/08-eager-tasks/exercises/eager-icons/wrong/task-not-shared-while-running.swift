import ConcurrencyKit

final class Icons {
    private var pictures: [String: String]
    private let draw: (String) throws -> String

    init(pictures: [String: String], draw: @escaping (String) throws -> String) {
        self.pictures = pictures
        self.draw = draw
    }

    func icon(_ name: String) -> LoopTask<String> {
        if let picture = pictures[name] {
            return createTask(name: name, start: .eager) { picture }
        }
        let drawing = createTask(name: name) {
            try await sleep(for: .zero)
            let picture = try self.draw(name)
            self.pictures[name] = picture
            return picture
        }
        return drawing
    }
}
