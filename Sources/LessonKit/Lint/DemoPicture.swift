/// A drawing of a demo's run that stands in a lesson: a fenced block of `text` that begins as drawings do.
public struct DemoPicture: Sendable, Equatable {
    /// The name of the ``Demo`` whose listing was the last before it; nil if there was none.
    public let demo: String?
    public let view: View
    /// Every line ends with a newline.
    public let text: String
    /// Where the fence stands.
    public let position: SourcePosition

    /// What the first line says it is.
    public enum View: String, Sendable, CaseIterable {
        case timeline = "virtual ms "
        case steps = "step  "
    }
}

extension Lesson {
    /// In the order of the text.
    public var pictures: [DemoPicture] {
        var demo: String?
        var pictures: [DemoPicture] = []
        for item in items {
            switch item {
            case .demo(let slice): demo = slice.demo
            case .prose(let block):
                pictures += block.withInner.compactMap { DemoPicture($0, demo: demo) }
            case .question: break
            }
        }
        return pictures
    }
}

extension DemoPicture {
    fileprivate init?(_ block: Block, demo: String?) {
        guard case .code("text", let text) = block.kind,
            let view = View.allCases.first(where: { text.hasPrefix($0.rawValue) })
        else { return nil }
        self.init(demo: demo, view: view, text: text, position: block.position)
    }
}
