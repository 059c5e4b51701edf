/** Everyday Indonesian words, 512 of them, none one letter away from another: so that what was written down is read rightly. */
export const passphraseWords: readonly string[] = `
abad abang acar acara adat adik ahli ajaib akhir alam alis aman ambil ampas anak anggrek anggur angin angka
antar apel apung arah arus asap asin atas awal ayun badak bagus bahan bahu baik baja bakar bakso balai balon
bambu bandar bangku bangun bantal barat baris batang batik bayam bebek becak bekal beku belut benang benar benih
bentuk beras besi betis biasa bibir bijak biji bilik bingkai bintang biola biru bolu botol buah buaya bubur
budaya bukit bulan bumi bunga bungkus buntut burung butir cabai cabang cahaya cakap cangkir cantik capung cari
catat catur cawan cepat cerah cerita cermin cincin cinta coklat contoh corak cucu cuka dada daftar daging dagu
damai danau dandang dapur dasar dasi daun debu dekat delapan delima dengar depan desa dinding dingin dokar domba
dompet dongeng duku dukung dunia durian ekor elang emas embun empat empuk enam encer engsel erat esok gabah
gabus gading gadis gambang gambar ganda ganjil garam garuda gayung gelang gelas gembira gemuk gendang genteng
gerak gerbang gerobak getah giat gitar goreng gotong goyang gula guling gunung gurih guru gusi hadap hadiah
hafal hakim halaman hampir hangat harga harimau harum hasil hati haus hebat hewan hidung hidup hijau hitam
hormat hujan hulu huruf ikan iklim ilmu indah induk ingat intan irama iris istana itik jagung jahe jahit jalur
jamu jangkar janji jaring jawab jejak jemari jembatan jemput jendela jenis jinak jingga jiwa jual juara jujur
jumpa juri jurus kabar kabut kaca kacang kain kakak kaki kaktus kalung kambing kampung kamus kanan kancil
kancing kapal karet kartu kasih kasur kayu kebaya kebun kecap kecil kedai kelor kemarin kembang kemiri kenanga
kencur kendi kentang kepala kerang kerbau kertas ketuk kiri kirim kisah kolam kopi koran kota kuali kuat kubis
kucing kuda kulit kunci kunyit kursi kutub labu ladang lama lambat lampu lancar langit langkah lapis latih laut
layar lebah lembah lembut lempar lengkap lentera lepas lereng lesung lezat lihat lilin limau lincah loncat
lontar lorong luhur lukis lumba lumbung lurah lusa madu mahir makan makna malam mangga manggis manis manusia
masak mata mawar meja melati melon menara mendung merdu merpati mesin mimpi minum minyak mobil modal mohon mudah
murid musang musik mutiara naga nanas nangka negeri nelayan nenek nila nomor nyala nyaman nyanyi obor olah ombak
ongkos orang otot padi pagar paha pakai paku palang pandai panen panggung panjang papan pasir patung pedas
pelangi pelita penari pensil pepaya perahu peran permata pesisir pesta petai petani petik piala pijar pikir
pilih pinang pinggir pintar pintu piring pisau pondok pulau puncak putih putra rajin rakit ramah rambut rambutan
ranting rapat rapi ratu rawa rebung resep ribu rimba rindu ringan roda roti ruang rukun rumput sabun sahabat
salak sambal sampan samudra sandal sapu sarung sawah sawit sayap sayur sedap segar sejuk sekolah selada selamat
semangat sembilan semut senja sepatu sepeda serabi seruling siang sikat singkong sirih sisir sulam sumur surat
susu taman tambak tanjung tarian teduh telaga telur tembaga tempe tenun teri terong tikar timun tiram tomat tugu
tukang tulis tunas tupai turun udang ujung ukir ular umbi undang urap usaha utara wajah waktu warna wayang
wortel yakin zaitun zamrud
`
  .trim()
  .split(/\s+/u);
