import ConcurrencyKit

final class Icons {
    private var pictures: [String: String]
    private var drawings: [String: LoopTask<String>] = [:]
    private let draw: (String) throws -> String

    init(pictures: [String: String], draw: @escaping (String) throws -> String) {
        self.pictures = pictures
        self.draw = draw
    }

    func icon(_ name: String) -> LoopTask<String> {
        if let picture = pictures[name] {
            return createTask(name: name, start: .eager) { picture }
        }
        if let drawing = drawings[name], !drawing.done { return drawing }
        let drawing = createTask(name: name, start: .eager) {
            let picture = try self.draw(name)
            self.pictures[name] = picture
            return picture
        }
        drawings[name] = drawing
        return drawing
    }
}
