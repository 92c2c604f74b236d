/// A program of a lesson's folder that can be run.
///
///     demo.swift  demo.py  demo.expected  demo-stdlib.swift                   the demo named "demo"
///     demo-errors.swift  demo-errors.py  demo-errors.expected                 the demo named "errors"
public struct Demo: Sendable, Equatable {
    public let name: String
    /// The path of the program on ConcurrencyKit.
    public let swiftFile: String
    /// The path of the same program in Python.
    public let pythonFile: String?
    /// The path of the same idea in Swift's own standard library: `demo-stdlib.swift`, `demo-errors-stdlib.swift`.
    public let standardLibraryFile: String?
    /// What both programs print in virtual time, if the folder says so in a `.expected` file.
    public let expectedTranscript: String?

    public init(
        name: String,
        swiftFile: String,
        pythonFile: String? = nil,
        standardLibraryFile: String? = nil,
        expectedTranscript: String? = nil
    ) {
        self.name = name
        self.swiftFile = swiftFile
        self.pythonFile = pythonFile
        self.standardLibraryFile = standardLibraryFile
        self.expectedTranscript = expectedTranscript
    }

    /// The name of a lesson's main demo, and the one meant where a question names none.
    public static let mainName = "demo"
}
