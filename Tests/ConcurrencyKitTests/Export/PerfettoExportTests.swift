import ConcurrencyKit
import Testing

/// Files for Perfetto, in the Trace Event Format.
@Suite struct PerfettoExportTests {
    /// A scope is an asynchronous slice; a request by nobody has no arrow.
    @Test func timeoutThatExpires() {
        #expect(
            TraceExport.perfetto(ExportedProgram.timeout.trace()) == #"""
                {"displayTimeUnit":"ms","traceEvents":[
                {"ph":"M","name":"process_name","pid":1,"tid":1,"args":{"name":"ConcurrencyKit"}},
                {"ph":"M","name":"thread_name","pid":1,"tid":1,"args":{"name":"Task-1"}},
                {"ph":"M","name":"thread_sort_index","pid":1,"tid":1,"args":{"sort_index":1}},
                {"ph":"i","name":"created","cat":"instant","s":"t","pid":1,"tid":1,"ts":0,"args":{"name":"Task-1","seq":1,"at":"demo.swift:1"}},
                {"ph":"B","name":"ready","cat":"ready","pid":1,"tid":1,"ts":0,"args":{"seq":2}},
                {"ph":"E","name":"ready","pid":1,"tid":1,"ts":0},
                {"ph":"B","name":"running","cat":"running","pid":1,"tid":1,"ts":0,"args":{"turn":"first","seq":3}},
                {"ph":"b","name":"timeout of Task-1","cat":"scope","id":"1","pid":1,"tid":1,"ts":0,"args":{"id":1,"members":["Task-1"],"deadline":"250 ms","seq":4,"at":"demo.swift:2"}},
                {"ph":"E","name":"running","pid":1,"tid":1,"ts":0},
                {"ph":"B","name":"sleep","cat":"waiting","pid":1,"tid":1,"ts":0,"args":{"until":"60000 ms","seq":5,"at":"demo.swift:3"}},
                {"ph":"i","name":"cancel requested","cat":"instant","s":"t","pid":1,"tid":1,"ts":250000,"args":{"by":"a callback, a timer or another thread","seq":6}},
                {"ph":"E","name":"sleep","pid":1,"tid":1,"ts":250000},
                {"ph":"B","name":"ready","cat":"ready","pid":1,"tid":1,"ts":250000,"args":{"seq":7}},
                {"ph":"E","name":"ready","pid":1,"tid":1,"ts":250000},
                {"ph":"B","name":"running","cat":"running","pid":1,"tid":1,"ts":250000,"args":{"seq":8}},
                {"ph":"e","name":"timeout of Task-1","cat":"scope","id":"1","pid":1,"tid":1,"ts":250000,"args":{"closed":9}},
                {"ph":"i","name":"threw TimeoutError","cat":"instant","s":"t","pid":1,"tid":1,"ts":250000,"args":{"outcome":"error","type":"TimeoutError","message":"TimeoutError","seq":10}},
                {"ph":"E","name":"running","pid":1,"tid":1,"ts":250000}
                ]}

                """#
        )
    }

    /// An arrow leads from the turn of the task that asks to the request.
    @Test func requestToCancel() {
        #expect(
            TraceExport.perfetto(ExportedProgram.cancel.trace()) == #"""
                {"displayTimeUnit":"ms","traceEvents":[
                {"ph":"M","name":"process_name","pid":1,"tid":1,"args":{"name":"ConcurrencyKit"}},
                {"ph":"M","name":"thread_name","pid":1,"tid":1,"args":{"name":"Task-1"}},
                {"ph":"M","name":"thread_sort_index","pid":1,"tid":1,"args":{"sort_index":1}},
                {"ph":"M","name":"thread_name","pid":1,"tid":2,"args":{"name":"nap"}},
                {"ph":"M","name":"thread_sort_index","pid":1,"tid":2,"args":{"sort_index":2}},
                {"ph":"i","name":"created","cat":"instant","s":"t","pid":1,"tid":1,"ts":0,"args":{"name":"Task-1","seq":1,"at":"demo.swift:1"}},
                {"ph":"B","name":"ready","cat":"ready","pid":1,"tid":1,"ts":0,"args":{"seq":2}},
                {"ph":"E","name":"ready","pid":1,"tid":1,"ts":0},
                {"ph":"B","name":"running","cat":"running","pid":1,"tid":1,"ts":0,"args":{"turn":"first","seq":3}},
                {"ph":"s","name":"created","cat":"arrow","id":"1","pid":1,"tid":1,"ts":0},
                {"ph":"i","name":"created","cat":"instant","s":"t","pid":1,"tid":2,"ts":0,"args":{"name":"nap","parent":"Task-1","seq":4,"at":"demo.swift:2"}},
                {"ph":"f","name":"created","cat":"arrow","id":"1","bp":"e","pid":1,"tid":2,"ts":0},
                {"ph":"B","name":"ready","cat":"ready","pid":1,"tid":2,"ts":0,"args":{"seq":5}},
                {"ph":"E","name":"running","pid":1,"tid":1,"ts":0},
                {"ph":"B","name":"sleep","cat":"waiting","pid":1,"tid":1,"ts":0,"args":{"until":"1000 ms","seq":6,"at":"demo.swift:4"}},
                {"ph":"E","name":"ready","pid":1,"tid":2,"ts":0},
                {"ph":"B","name":"running","cat":"running","pid":1,"tid":2,"ts":0,"args":{"turn":"first","seq":7}},
                {"ph":"E","name":"running","pid":1,"tid":2,"ts":0},
                {"ph":"B","name":"sleep","cat":"waiting","pid":1,"tid":2,"ts":0,"args":{"until":"100000 ms","seq":8,"at":"demo.swift:3"}},
                {"ph":"E","name":"sleep","pid":1,"tid":1,"ts":1000000},
                {"ph":"B","name":"ready","cat":"ready","pid":1,"tid":1,"ts":1000000,"args":{"seq":9}},
                {"ph":"E","name":"ready","pid":1,"tid":1,"ts":1000000},
                {"ph":"B","name":"running","cat":"running","pid":1,"tid":1,"ts":1000000,"args":{"seq":10}},
                {"ph":"s","name":"cancel requested","cat":"arrow","id":"2","pid":1,"tid":1,"ts":1000000},
                {"ph":"i","name":"cancel requested","cat":"instant","s":"t","pid":1,"tid":2,"ts":1000000,"args":{"by":"Task-1","message":"enough","seq":11}},
                {"ph":"f","name":"cancel requested","cat":"arrow","id":"2","bp":"e","pid":1,"tid":2,"ts":1000000},
                {"ph":"E","name":"sleep","pid":1,"tid":2,"ts":1000000},
                {"ph":"B","name":"ready","cat":"ready","pid":1,"tid":2,"ts":1000000,"args":{"seq":12}},
                {"ph":"E","name":"running","pid":1,"tid":1,"ts":1000000},
                {"ph":"B","name":"wait for nap","cat":"waiting","pid":1,"tid":1,"ts":1000000,"args":{"seq":13}},
                {"ph":"E","name":"ready","pid":1,"tid":2,"ts":1000000},
                {"ph":"B","name":"running","cat":"running","pid":1,"tid":2,"ts":1000000,"args":{"seq":14}},
                {"ph":"i","name":"cancelled","cat":"instant","s":"t","pid":1,"tid":2,"ts":1000000,"args":{"outcome":"cancelled","message":"enough","seq":15}},
                {"ph":"E","name":"running","pid":1,"tid":2,"ts":1000000},
                {"ph":"E","name":"wait for nap","pid":1,"tid":1,"ts":1000000},
                {"ph":"B","name":"ready","cat":"ready","pid":1,"tid":1,"ts":1000000,"args":{"seq":16}},
                {"ph":"E","name":"ready","pid":1,"tid":1,"ts":1000000},
                {"ph":"B","name":"running","cat":"running","pid":1,"tid":1,"ts":1000000,"args":{"seq":17}},
                {"ph":"i","name":"returned","cat":"instant","s":"t","pid":1,"tid":1,"ts":1000000,"args":{"outcome":"value","value":"","seq":18}},
                {"ph":"E","name":"running","pid":1,"tid":1,"ts":1000000}
                ]}

                """#
        )
    }

    /// A gather that closes while its owner sleeps does not end the sleep.
    @Test func scopesMayOverlapWaits() throws {
        let file = try PerfettoFile(TraceExport.perfetto(ExportedProgram.everything.trace()))
        let scopes = file.traceEvents.filter { $0.cat == "scope" }
        #expect(
            scopes.map { "\($0.ph) \($0.name) \($0.ts ?? -1)" } == [
                "b gather of Task-1 0.0", "b timeout of Task-1 0.0", "e gather of Task-1 2000000.0",
                "b wait of Task-1 3000000.0", "e wait of Task-1 4000000.0", "e timeout of Task-1 4000000.0",
            ]
        )
        let sleep = PerfettoFile.Slice(thread: 1, category: "waiting", name: "sleep", begin: 0, end: 3_000_000)
        #expect(file.slices.contains(sleep))
    }

    @Test(arguments: [(0, "0"), (1, "0.001"), (1_500, "1.5"), (250_000_000, "250000")])
    func timesAreMicrosecondsWithAFraction(_ time: Int64, _ microseconds: String) {
        let event = TraceEvent(seq: 1, time: time, realTime: 0, task: 1, kind: .ready)
        #expect(TraceExport.perfetto([event]).contains("\"ts\":\(microseconds),"))
    }

    @Test func whatIsOpenEndsWithTheTrace() throws {
        let events = Array(ExportedProgram.timeout.trace().prefix { $0.time == 0 })
        let last = TraceEvent(seq: events.count + 1, time: 5_000, realTime: 0, task: 2, kind: .ready)
        let file = try PerfettoFile(TraceExport.perfetto(events + [last]))
        #expect(file.violations == [])
        #expect(
            file.traceEvents.suffix(3).map { "\($0.ph) \($0.name) \($0.ts ?? -1)" } == [
                "E sleep 5.0", "E ready 5.0", "e timeout of Task-1 5.0",
            ]
        )
    }

    @Test func noEventsAreAnEmptyProcess() throws {
        let file = try PerfettoFile(TraceExport.perfetto([], processName: "demo"))
        #expect(file.displayTimeUnit == "ms")
        #expect(file.traceEvents.map(\.name) == ["process_name"])
        #expect(file.traceEvents.first?.args?.name == "demo")
    }
}
