/// A way through the course for somebody: which lessons, in which order, and why.
///
/// Paths are written in the course's `paths.md`, one `##` section each:
///
///     ## I know Python
///     <!-- path id=python -->
///
///     What differs from asyncio, and little else.
///
///     1. [Coroutines and tasks](01-coroutines/lesson.md): the names
///     2. [What differs](07-gather/lesson.md#in-three-languages)
public struct CoursePath: Sendable, Equatable {
    /// What it is called when typed: `python`.
    public let id: String
    /// The heading, without markup.
    public let title: String
    /// What stands between the heading and the steps.
    public let about: [Block]
    /// In the order in which they are to be done. Not empty.
    public let steps: [Step]
    public let position: SourcePosition

    /// A lesson, or one section of it.
    public struct Step: Sendable, Equatable {
        /// The lesson's id.
        public let lesson: String
        /// The anchor of a `##` heading of the lesson; nil for the whole lesson.
        public let section: String?
        /// The words of the step, without markup.
        public let text: String
        public let position: SourcePosition

        /// What `open` takes: `gather` or `gather#run-it`.
        public var target: String { section.map { "\(lesson)#\($0)" } ?? lesson }

        public init(lesson: String, section: String?, text: String, position: SourcePosition) {
            self.lesson = lesson
            self.section = section
            self.text = text
            self.position = position
        }
    }

    public init(id: String, title: String, about: [Block], steps: [Step], position: SourcePosition) {
        self.id = id
        self.title = title
        self.about = about
        self.steps = steps
        self.position = position
    }
}
