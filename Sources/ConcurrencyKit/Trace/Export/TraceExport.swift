/// A trace in the forms that other programs, and people, read.
///
///     var events: [TraceEvent] = []
///     let loop = EventLoop(clock: .virtual, trace: .handler { events.append($0) })
///     try loop.run { … }
///     print(TraceExport.text(events))
///
/// Each takes the events of one run, in the order of their `seq`, and returns a text that depends on nothing else: on a
/// virtual clock the same program gives the same text, byte for byte. Any list of events will do, such as that of a program
/// that was killed: what has not ended ends with the last event, and time never runs back.
public enum TraceExport {
    /// Trace Event Format JSON, which Perfetto (`ui.perfetto.dev`) and `chrome://tracing` open.
    ///
    /// Every task is a thread, numbered as the task, with a slice for each time it was ready, running or waiting. A wait is
    /// named after what it is for. The scopes (gather, group, timeout, shield, wait) are asynchronous slices beside the
    /// threads, because they may overlap. Requests to cancel, ends and notes are instants; an arrow leads from whoever
    /// created a task, or asked it to cancel. The arguments of each event carry its `seq`, its place in the source and
    /// the rest of what the trace knows.
    ///
    /// `ts` is loop time in microseconds, with the nanoseconds as a fraction. Running takes no virtual time, so on a virtual
    /// clock the waits are what has a length.
    ///
    /// - Parameters:
    ///   - events: One run, in order.
    ///   - processName: What the process is called that the threads belong to.
    /// - Returns: one JSON object, one event a line.
    public static func perfetto(_ events: [TraceEvent], processName: String = "ConcurrencyKit") -> String {
        PerfettoExport(events, processName: processName).json
    }

    /// A Mermaid sequence diagram, which GitHub and many editors draw.
    ///
    /// Every task is a participant. Arrows are creations and requests to cancel; a bar is a turn; notes, which begin with the
    /// loop time, say what a task waits for, how it ended, and which scopes opened and closed. That a task is ready is left
    /// out. It is a picture for runs that fit on a page: Mermaid refuses texts of more than 50,000 characters.
    ///
    /// - Parameter events: One run, in order.
    /// - Returns: the diagram's text, without a fence around it.
    // A Gantt chart would show lengths, but no arrows, and nothing of what takes no time: who did what to whom is what a trace
    // is read for, and on a virtual clock all of that is instants.
    public static func mermaid(_ events: [TraceEvent]) -> String {
        MermaidExport(events).diagram
    }

    /// The log of a run: one line an event, with its loop time, in a person's words.
    ///
    ///        0 ms  Task-1 is created (demo/demo.swift:1)
    ///        0 ms  Task-1 starts
    ///        0 ms  Task-1 sleeps until 1500 ms (demo/demo.swift:2)
    ///     1500 ms  Task-1 goes on
    ///
    /// Tasks of the same name are told apart by their numbers. What could not be shown on one line is escaped, as Swift would
    /// write it: `\n`, `\u{202E}`.
    ///
    /// - Parameter events: One run, in order.
    /// - Returns: lines, each closed by a newline.
    public static func text(_ events: [TraceEvent]) -> String {
        TextExport(events).lines
    }
}
