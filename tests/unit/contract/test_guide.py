from core.contract.guide import GUIDE, failure_page, guide_page


def test_target_is_a_page_of_the_site():
    assert guide_page("training") == f"{GUIDE}training.html"
    assert guide_page("classify#many-rasters") == f"{GUIDE}classify.html#many-rasters"


def test_failure_has_a_heading_of_its_own():
    assert failure_page("bad-raster") == f"{GUIDE}troubleshooting.html#bad-raster"
