import ArgumentParser
import TutorKit

/// The options by which every subcommand that shows something is told how.
struct DisplayOptions: ParsableArguments {
    @Option(
        name: [.customLong("color"), .customLong("colour")],
        help: ArgumentHelp("Colours: auto, always or never.", valueName: "when")
    )
    var colour: Automatic?
    @Flag(help: "Draw with ASCII characters.")
    var ascii = false
    @Flag(help: "Draw with box characters.")
    var unicode = false
    @Flag(inversion: .prefixedNo, help: "For a screen reader: words instead of drawings, nothing taken back.")
    var accessible: Bool?
    @Flag(help: "Do not show long texts page by page.")
    var noPager = false

    func validate() throws {
        if ascii, unicode { throw ValidationError("--ascii and --unicode exclude one another") }
    }

    func style(_ settings: Settings, _ environment: [String: String], _ output: TerminalOutput) -> TerminalStyle {
        TerminalStyle.decide(
            flags: TerminalStyle.Flags(
                colour: colour,
                unicode: ascii ? false : unicode ? true : nil,
                accessible: accessible
            ),
            settings: settings,
            environment: environment,
            isTerminal: output.isTerminal
        )
    }
}

extension Automatic: ExpressibleByArgument {}
