#include <scanner/worker_message.h>

#include <scanner/frame.h>

#include <gtest/gtest.h>

namespace scanner::worker {

namespace {

ScannedPage somePage()
{
    return {"0007.page",
            7,
            base::Digest::of("image"),
            ImageType::Tiff,
            {12345},
            2480,
            3507,
            {300},
            Side::Back,
            {PageFlag::Short}};
}

template <class One>
One again(const One& message)
{
    return std::get<One>(decodeMessage(encode(Message(message))).value());
}

template <class One>
One againOrder(const One& request)
{
    return std::get<One>(decodeRequest(encode(Request(request))).value());
}

}  // namespace

TEST(WorkerMessage, CarriesEveryOrder)
{
    const auto device = *DeviceId::parse("sane:test:0");
    EXPECT_EQ(againOrder(Open{device}).device, device);
    ScanRequest request{device, PaperSource::AdfDuplex, {200}, ColourMode::Lineart, 12, {148}, {210}};
    EXPECT_EQ(againOrder(Set{request}).request, request);
    request.pageLimit.reset();
    EXPECT_EQ(againOrder(Set{request}).request, request);
    const Start start{"/spool/batch", base::Key::random(), 4};
    const auto started = againOrder(start);
    EXPECT_EQ(started.folder, start.folder);
    EXPECT_EQ(started.key, start.key);
    EXPECT_EQ(started.firstNumber, 4u);
    againOrder(Hello{});
    againOrder(List{});
    againOrder(Options{});
    againOrder(Cancel{});
    againOrder(Close{});
}

TEST(WorkerMessage, CarriesEveryAnswerAndEvent)
{
    const Listed listed{{{*DeviceId::parse("sane:test:0"), "Noname", "frontend-tester", "virtual device"}}};
    EXPECT_EQ(again(listed).devices, listed.devices);
    const Able able{
        {{PaperSource::Flatbed, PaperSource::Adf}, {ColourMode::Gray}, {{75}, {600}}, true, {216}, {356}}};
    EXPECT_EQ(again(able).abilities, able.abilities);
    EXPECT_EQ(again(PageDone{somePage()}).page, somePage());
    EXPECT_EQ(again(Progress{std::uint64_t{1} << 40}).bytes, std::uint64_t{1} << 40);
    EXPECT_EQ(again(Fault{ScanFault::CoverOpen}).status, ScanFault::CoverOpen);
    EXPECT_EQ(again(Denied{ScanFault::Busy}).fault, ScanFault::Busy);
    const BatchEnd faulted{EndReason::Faulted, 3, ScanFault::Jammed};
    EXPECT_EQ(again(End{faulted}).end, faulted);
    EXPECT_EQ(again(Greeting{1, {"sane", "files"}}).drivers.size(), 2u);
    again(Opened{});
    again(Accepted{});
    again(Closed{});
}

TEST(WorkerMessage, PassesOverMembersItDoesNotKnow)
{
    EXPECT_TRUE(decodeRequest(R"({"op":"open","device":"sane:x","new":[1,{"a":2}]})"));
}

TEST(WorkerMessage, RefusesWhatIsNoOrder)
{
    for (const auto* text :
         {"",
          "null",
          "[]",
          "{",
          R"({"op":1})",
          R"({"op":"format-disk"})",
          R"({"op":"hello","protocol":2})",
          R"({"op":"open","device":"nothing"})",
          R"({"op":"start","spool":"/x","key":"00","first":1})",
          R"({"op":"start","spool":"","key":"","first":1})",
          R"({"op":"set","device":"a:b","source":"adf","dpi":-3,"mode":"gray","width":1,"height":1})",
          R"({"op":"set","device":"a:b","source":"adf","dpi":3,"mode":"gray","width":1e9,"height":1})",
          R"({"op":"set","device":"a:b","source":"adf","dpi":3,"mode":"gray","width":1e999,"height":1})"})
        EXPECT_FALSE(decodeRequest(text)) << text;
}

TEST(WorkerMessage, RefusesAPageThatPointsOutsideTheSpool)
{
    auto text = encode(Message(PageDone{somePage()}));
    const auto at = text.find("0007.page");
    for (const auto* name : {"../7.page", "/etc/pass", "0008.page", "0007.part"}) {
        auto changed = text;
        changed.replace(at, 9, name);
        EXPECT_FALSE(decodeMessage(changed)) << name;
    }
}

TEST(WorkerMessage, RefusesAnEndWhoseReasonAndFaultDoNotFit)
{
    EXPECT_FALSE(decodeMessage(R"({"event":"end","why":"faulted","pages":1})"));
    EXPECT_FALSE(decodeMessage(R"({"event":"end","why":"finished","pages":1,"status":"jammed"})"));
}

TEST(WorkerMessage, RefusesDeepNestingAndTooManyBytesBeforeReadingThem)
{
    const std::string deep =
        R"({"op":"list","x":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
    EXPECT_FALSE(decodeRequest(deep));
    EXPECT_FALSE(decodeRequest(R"({"op":"list","x":")" + std::string(LongestFrame, 'x') + "\"}"));
}

TEST(WorkerMessage, ReplacesADriversBytesThatAreNoUtf8)
{
    const Listed listed{{{*DeviceId::parse("sane:x"), "\xff\xfe", "ok", ""}}};
    EXPECT_EQ(again(listed).devices.at(0).vendor, "\xef\xbf\xbd\xef\xbf\xbd");
}

}  // namespace scanner::worker
