/// One step of a lesson's text.
public enum LessonItem: Sendable, Equatable {
    /// Text to read.
    case prose(Block)
    /// A piece of a program of the lesson's folder, to be shown, and to be run.
    case demo(DemoSlice)
    /// Something to be answered before the text goes on.
    case question(Question)

    /// Where the item begins.
    public var position: SourcePosition {
        switch self {
        case .prose(let block): block.position
        case .demo(let slice): slice.position
        case .question(let question): question.position
        }
    }
}
