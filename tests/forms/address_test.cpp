#include <forms/address.h>

#include <gtest/gtest.h>

namespace {

using forms::Address;
using forms::AddressPart;

std::string parts(const char* text)
{
    const auto address = Address::parse(text);
    std::string all;
    for (std::size_t part = 0; part < forms::AddressParts; ++part)
        all += (part == 0 ? "" : "|") + address.part(static_cast<AddressPart>(part));
    EXPECT_EQ(address.text(), text);
    return all;
}

TEST(Address, IsTakenApartDownToTheRoom)
{
    EXPECT_EQ(parts("测试省测试市测试区示例街道示例社区测试路1号2幢3单元4层401室"),
              "测试省测试市测试区|示例街道|示例社区|测试路|1号|2幢3单元|4层|401室");
    EXPECT_EQ(parts("测试区测试路1号2幢301室"), "测试区|||测试路|1号|2幢||301室");
    EXPECT_EQ(parts("示例县示例镇示例村12号"), "示例县|示例镇|示例村||12号|||");
    EXPECT_EQ(parts("测试路88弄3号"), "|||测试路88弄|3号|||");
    EXPECT_EQ(parts("示例路1号3号楼B座5楼501"), "|||示例路|1号|3号楼B座|5楼|501");
}

TEST(Address, IsNotMisledByNamesThatHoldOtherNames)
{
    EXPECT_EQ(parts("示例区菜市街5号"), "示例区|||菜市街|5号|||");
    EXPECT_EQ(parts("示例区新村路5号"), "示例区|||新村路|5号|||");
    EXPECT_EQ(parts("示例区示例镇示例社区测试路2号"), "示例区|示例镇|示例社区|测试路|2号|||");
    EXPECT_EQ(parts("示例路1号示例小区2幢"), "|||示例路|1号|示例小区2幢||");
    EXPECT_EQ(parts("示例区示例镇"), "示例区|示例镇||||||");
}

TEST(Address, KeepsWhatItDoesNotKnow)
{
    EXPECT_EQ(parts("https://shop.example.com/1"), "|||||||https://shop.example.com/1");
    EXPECT_EQ(parts("乱写"), "|||||||乱写");
    EXPECT_EQ(parts(""), "|||||||");
    EXPECT_EQ(parts("测试路1号东首"), "|||测试路|1号|||东首");
}

TEST(Address, IsPutTogetherFromItsParts)
{
    Address address;
    address.put(AddressPart::Division, " 测试区 ");
    address.put(AddressPart::Road, "测试路");
    address.put(AddressPart::Number, "1");
    address.put(AddressPart::Building, "2");
    address.put(AddressPart::Floor, "3");
    address.put(AddressPart::Room, "301");
    EXPECT_EQ(address.text(), "测试区测试路1号2幢3层301室");
    EXPECT_EQ(Address::parse(address.text()), address);
    address.put(AddressPart::Building, "A座");
    address.put(AddressPart::Floor, "");
    EXPECT_EQ(address.text(), "测试区测试路1号A座301室");
}

}  // namespace
